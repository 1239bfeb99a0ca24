-- What only the score reads of a lead (scoring 1.1). The days of posts stand with the lead and not only in
-- lead_social_post, because bulk scoring reads one row per lead.

alter table app.lead_profile
    alter column seo_traffic type numeric,
    add column personal_email text,
    add column verified_phone text,
    add column sub_industry text,
    add column seo_keywords int,
    add column seo_spam int,
    add column seo_on date,
    add column linkedin_posted_on date[],
    add column linkedin_connections int,
    add column company_posts int,
    add column company_followers int;
