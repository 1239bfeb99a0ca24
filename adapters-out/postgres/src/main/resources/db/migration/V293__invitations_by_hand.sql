-- What the owner of an account sent by hand, as the service tells: of the day of the last look, and of the seven days before
-- it that are known (scoring RES-8, TIME-5).
alter table app.linkedin_seat
    add column by_hand_on date,
    add column by_hand int not null default 0 constraint ck_linkedin_seat_by_hand check (by_hand >= 0),
    add column by_hand_before int[] not null default '{}';
