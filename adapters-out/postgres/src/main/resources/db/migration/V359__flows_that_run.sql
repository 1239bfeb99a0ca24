-- Two flows had settings and nothing that reads them: activation is done where it is asked for, and what leaves is sent by the
-- jobs of the send protocol. An operator who paused one would have believed that something stood still. No run can name them.

delete from app.flow_definition where flow in ('campaign_activation', 'outreach');
