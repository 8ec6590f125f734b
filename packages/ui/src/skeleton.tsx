import css from './skeleton.module.css'

/** Holds the place of what the network still has to bring; never for what is already in the browser. */
export const Skeleton = ({ width = '100%', height = '1lh' }: { width?: string; height?: string }) => (
  <span className={css.skeleton} style={{ inlineSize: width, blockSize: height }} aria-hidden="true" />
)
