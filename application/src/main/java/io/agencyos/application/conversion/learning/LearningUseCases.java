package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** What can be learned and read of it. */
public record LearningUseCases(LearnPatterns learnPatterns, ShowPatterns showPatterns, Recommend recommend) {

    public LearningUseCases(LearningPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this(
                new LearnPatternsService(ports, units, clock, ids),
                new ShowPatternsService(ports.patterns(), units, clock));
    }

    private LearningUseCases(LearnPatterns learn, ShowPatterns show) {
        this(learn, show, new RecommendService(show));
    }
}
