-- The sum of the scores that an assignment gave out is read by people too, so it is called like every other count.
update app.flow_run
   set outcome = (outcome - 'scoreSum') || jsonb_build_object('points', outcome -> 'scoreSum')
 where flow = 'pool_assignment' and outcome ? 'scoreSum';
