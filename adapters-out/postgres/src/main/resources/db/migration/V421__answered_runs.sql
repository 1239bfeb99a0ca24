-- Data model 11: the runs that were answered, of which mails that a vendor still holds are asked back.
create index ix_enrolment_answered on app.enrolment (client_id, id) where status in ('awaiting_outcome', 'converted');
