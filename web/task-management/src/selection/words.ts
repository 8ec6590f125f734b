import { loadMessages } from '@doable/ui/i18n'

await loadMessages(import.meta.glob('./locales/*.po'))
