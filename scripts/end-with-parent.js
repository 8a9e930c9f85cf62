/** Loaded first by a child process: it ends when the channel to its parent breaks, however the parent came to its end. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening alone would keep a process alive that has nothing left to do.
process.channel?.unref();
