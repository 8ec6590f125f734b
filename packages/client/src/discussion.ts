import { newId } from '@doable/domain/ids'
import { changed } from './changed.ts'
import { Shelves } from './shelves.ts'

/** What is said about tasks. */
export class Discussion extends Shelves {
  /** Answers its id; undefined where nothing but blanks is said. */
  addComment(taskId: string, text: string): string | undefined {
    const said = text.trim()
    if (!said) return undefined
    const id = newId()
    this.act([{ type: 'comment.create', subjectId: id, fields: { taskId, text: said } }])
    return id
  }
  updateComment(id: string, text: string): void {
    const said = text.trim()
    const fields = changed(this.getSnapshot().comments.get(id), { text: said })
    if (said && fields) this.act([{ type: 'comment.update', subjectId: id, fields }])
  }
  trashComment(id: string): void {
    this.act([{ type: 'comment.trash', subjectId: id }])
  }
  restoreComment(id: string): void {
    this.act([{ type: 'comment.restore', subjectId: id }])
  }
}
