-- Which runs came to their end lately: whoever opts out then may still have the last e-mail before them.
create index ix_enrolment_completed on app.enrolment (client_id, ended_at) where status = 'completed';
