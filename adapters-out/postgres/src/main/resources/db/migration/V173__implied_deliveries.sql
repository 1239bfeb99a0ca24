-- What was accepted and is not told of: the few that an hourly look makes delivered by silence (outreach 8.7).
create index ix_touch_silent on app.touch (client_id, sent_at)
    where delivery_status = 'accepted' and kind not in ('sms', 'letter', 'postcard');
