-- Texts of which nothing was told: the few that are asked about six hours after they left (clicksend 5.2).
create index ix_touch_untold_text on app.touch (client_id, sent_at, id)
    where delivery_status = 'accepted' and kind = 'sms';
