-- A lead and its enrolment change many times while the loop waits for their moment, mostly in columns that no index has.
-- With room left on its page such a change touches no index at all, instead of every one of them.
alter table app.lead set (fillfactor = 80);
alter table app.conversation_thread set (fillfactor = 85);
