@rem npm scripts say "exec node ...", so that a signal sent to npm reaches Doable and not a shell between them.
@rem cmd.exe has no exec of its own and finds this file.
@%*
