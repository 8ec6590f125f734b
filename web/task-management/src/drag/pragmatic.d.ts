// The drag and drop packages describe their entries by package.json files in folders, which Node's resolution does not read.
declare module '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter' {
  export * from '@atlaskit/pragmatic-drag-and-drop/dist/types/adapter/element-adapter.js'
}
declare module '@atlaskit/pragmatic-drag-and-drop/utils/combine' {
  export * from '@atlaskit/pragmatic-drag-and-drop/dist/types/public-utils/combine.js'
}
declare module '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview' {
  export * from '@atlaskit/pragmatic-drag-and-drop/dist/types/public-utils/element/custom-native-drag-preview/set-custom-native-drag-preview.js'
}
declare module '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/attach-instruction' {
  export * from '@atlaskit/pragmatic-drag-and-drop-hitbox/dist/types/attach-instruction-2.js'
}
declare module '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/extract-instruction' {
  export * from '@atlaskit/pragmatic-drag-and-drop-hitbox/dist/types/extract-instruction-2.js'
}
declare module '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element' {
  export * from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/dist/types/entry-point/element.js'
}
