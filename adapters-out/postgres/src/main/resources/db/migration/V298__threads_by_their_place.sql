-- The list of threads, newest first, begins where the page before ended; until now every page read and sorted all threads of
-- the client. Said with CASE, as V260 says why.
create index ix_conversation_thread_latest
    on app.conversation_thread (client_id, (case when last_at is null then started_at else last_at end), id);
