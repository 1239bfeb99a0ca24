package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;

/** What can be learned and read of it. */
public record LearningUseCases(
        LearnPatterns learnPatterns,
        ShowPatterns showPatterns,
        ReportPatterns reportPatterns,
        Recommend recommend,
        ExpirePatterns expirePatterns,
        TakeOverFacts takeOverFacts) {

    public LearningUseCases(LearningPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this(
                new LearnPatternsService(ports, units, clock, ids),
                new ShowPatternsService(ports, units, clock),
                new ReportPatternsService(ports, units, clock),
                client -> units.inTenant(TenantScope.worker(client), () -> {
                    ports.patterns().forget(client, LearnedPattern.keptSince(clock.now()));
                    return ports.patterns().expire(client, clock.now());
                }),
                client -> LearnPatternsService.takeOver(ports, units, client, clock.now()));
    }

    private LearningUseCases(
            LearnPatterns learn, ShowPatterns show, ReportPatterns report, ExpirePatterns expire, TakeOverFacts facts) {
        this(learn, show, report, new RecommendService(show), expire, facts);
    }

    /** The same, with staff told of counts that cannot be. */
    public LearningUseCases alerting(Alerts alerts, UnitOfWork units, ClockPort clock) {
        return new LearningUseCases(
                new AlertOfBadCounts(learnPatterns, alerts, units, clock),
                showPatterns,
                reportPatterns,
                recommend,
                expirePatterns,
                takeOverFacts);
    }
}
