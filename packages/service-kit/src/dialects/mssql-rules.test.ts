import { expect, test } from 'vitest'
import { broken, learnNames } from '../../fixtures/tsql/rules.ts'

const texts = (...names: string[]) => names.map((name) => ({ name, type: 'nvarchar(4000)' }))

test.each([
  ['SELECT t.id FROM Tasks t WHERE t.id = @id', ['id']],
  ['SELECT t.id, CASE WHEN t.dueOn IS NULL THEN 1 ELSE 0 END AS k0 FROM Tasks t', []],
  ['SELECT id FROM Tasks WHERE id = @id ORDER BY id OFFSET 0 ROWS FETCH NEXT @n ROWS ONLY', ['id', 'n']],
  ['SELECT position FROM Tasks ORDER BY position DESC OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY', []],
  ['UPDATE [Tasks] SET [parentId] = NULL, [paused] = @0 WHERE [paused] = @1', ['0', '1']],
  ["DELETE FROM [X] WHERE [state] = N'waiting' AND [id] IN (SELECT id FROM OPENJSON(@0))", ['0']],
  ['SELECT id FROM A WHERE EXISTS (SELECT 1 FROM B WHERE B.id = A.id AND NOT EXISTS (SELECT 1 FROM C))', []],
  ['SELECT a.id FROM (SELECT id FROM A UNION ALL SELECT id FROM B) a GROUP BY a.id', []],
])('keeps the rules: %s', (sql, names) => {
  expect(broken(sql, texts(...names))).toEqual([])
})

test.each([
  ['SELECT id FROM Tasks LIMIT 1', 'LIMIT is not for SQL Server'],
  ['MERGE INTO A', 'MERGE is not for SQL Server'],
  ["SELECT a || ',' FROM A", '|| is no sign of T-SQL'],
  ['SELECT user FROM A', "user is a word of T-SQL's own and needs brackets"],
  ["SELECT id FROM A WHERE name = N'Ada'", "'Ada' is written into the statement"],
  ['SELECT id FROM A WHERE number = 1815', "'1815' is written into the statement"],
  ['SELECT id FROM A WHERE id = @id', '@id has no value'],
  ['SELECT id FROM A WHERE id IS @id', 'IS compares with NULL only'],
  ['SELECT id FROM A WHERE id = NULL', 'nothing equals NULL'],
  ['SELECT id FROM A OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY', 'OFFSET needs ORDER BY'],
  ['SELECT id FROM A ORDER BY b OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY', 'ORDER BY b leaves a choice'],
  ['SELECT x.id FROM (SELECT id FROM A ORDER BY id) x', 'ORDER BY in a part of a statement'],
  ['SELECT a IS NULL AS b FROM A', 'a condition is selected as if it were a value'],
  ['SELECT a = b FROM A', 'a condition is selected as if it were a value'],
  ['SELECT * FROM A', 'SELECT * from a table'],
  ['SELECT id FROM A WHERE isInbox AND id = 1', 'isInbox is no condition'],
  ['SELECT id FROM A WHERE NOT a.paused', 'paused is no condition'],
  ['SELECT DISTINCT notes FROM A', 'notes is too long to group or order by'],
  ['SELECT COUNT(id) FROM A GROUP BY data', 'data is too long to group or order by'],
])('breaks a rule: %s', (sql, fault) => {
  expect(broken(sql, [])).toContain(fault)
})

test('names are written as they were made', () => {
  learnNames('CREATE TABLE [Songs] ([songId] INTEGER NOT NULL)')
  expect(broken('SELECT s.songId AS songs FROM Songs s', [])).toEqual([])
  expect(broken('SELECT s.songid AS id FROM [songs] s', [])).toEqual([
    'songid is written songId',
    'songs is written Songs',
  ])
})

test('how much may be bound, and as what', () => {
  const sql = 'SELECT id FROM A WHERE id = @id'
  expect(broken(sql, [{ name: 'id', type: 'nvarchar(5)' }])).toEqual([
    '@id is bound as nvarchar(5), which is one plan for each length',
  ])
  expect(broken(sql, [{ name: 'id', type: 'varchar(36)' }])).toHaveLength(1)
  const many = Array.from({ length: 2101 }, (_, at) => ({ name: at === 0 ? 'id' : `p${at}`, type: 'int' }))
  expect(broken(sql, many)).toEqual(['2101 values are bound, and 2,100 are the most'])
  const rows = Array.from({ length: 1001 }, () => '(1)').join(',')
  expect(broken(`INSERT INTO A (a) VALUES ${rows}`, [])).toEqual([
    '1001 rows are inserted, and 1,000 are the most',
  ])
})
