package io.agencyos.application.outreach.phone;

import io.agencyos.application.client.Clients;
import io.agencyos.application.content.AskModel;
import io.agencyos.application.content.AskModel.Answer;
import io.agencyos.application.content.AskModel.NoAnswer;
import io.agencyos.application.content.ModelQuestion;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.phone.KnowledgeBook.Written;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.SideBySide;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.content.FactSheet;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.tier.Treatment.VoiceKnowledge;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Has a model write what an assistant knows of those who are called in the next two days, while there is time: no call ever waits
 * for a model. Where there is no model, no money or no answer that may be used, the call goes out with what rules know. Source:
 * outreach 10.2, content 3.13.
 */
@PrimaryPort
public final class PrepareCalls {

    private static final Duration AHEAD = Duration.ofDays(2);
    /** Until what failed is tried again. */
    private static final Duration RESTS = Duration.ofHours(6);

    private static final int TOGETHER = 16;

    private final KnowledgeBook book;
    private final AskModel models;
    private final Leads leads;
    private final Clients clients;
    private final Function<Lead, VoiceKnowledge> treatment;
    private final SideBySide writers;
    private final UnitOfWork units;
    private final ClockPort clock;

    /**
     * @param treatment what a lead's calls are worth; asked in the client's unit
     * @param writers how many are asked for at once
     */
    public PrepareCalls(
            KnowledgeBook book,
            AskModel models,
            Leads leads,
            Clients clients,
            Function<Lead, VoiceKnowledge> treatment,
            SideBySide writers,
            UnitOfWork units,
            ClockPort clock) {
        this.book = book;
        this.models = models;
        this.leads = leads;
        this.clients = clients;
        this.treatment = treatment;
        this.writers = writers;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What one look did.
     *
     * @param written knowledge bases
     * @param failed leads whose call goes out without one, unless there is time for another try
     */
    public record Round(int written, int failed) {

        static final Round NOTHING = new Round(0, 0);
    }

    /** A lead with everything that may be said to it. */
    private record Case(Lead lead, FactSheet facts, VoiceKnowledge worth) {}

    /** Writes for the next who are called, some at a time. Never call it inside a unit of work. */
    public Round prepare(ClientId client) {
        Instant now = clock.now();
        TenantScope worker = TenantScope.worker(client);
        List<Case> cases = units.inTenant(worker, () -> {
            List<LeadId> wanted = book.wanted(client, now.plus(AHEAD), now.minus(RESTS), now, TOGETHER);
            return wanted.isEmpty() ? List.<Case>of() : cases(client, wanted, now);
        });
        AtomicInteger written = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        writers.run(cases, one -> {
            if (!closed.get()) {
                switch (asked(one)) {
                    case Result.Ok<Answer, NoAnswer>(Answer answer) -> {
                        units.inTenant(
                                worker,
                                () -> book.keep(client, one.lead().id(), KnowledgeBase.of(answer.value()), by(answer)));
                        written.incrementAndGet();
                    }
                    case Result.Err<Answer, NoAnswer>(NoAnswer none) -> {
                        // what is missing for everybody is no failure of this lead
                        closed.compareAndSet(false, none.ofEverybody());
                        if (!closed.get()) {
                            units.inTenant(
                                    worker, () -> book.missed(client, one.lead().id(), none.code(), by(none)));
                            failed.incrementAndGet();
                        }
                    }
                }
            }
        });
        return new Round(written.get(), failed.get());
    }

    private List<Case> cases(ClientId client, List<LeadId> wanted, Instant now) {
        Client agency = clients.find(client).orElseThrow();
        return leads.findAll(client, wanted).stream()
                .filter(lead -> lead.deletedAt() == null)
                .map(lead -> new Case(
                        lead, FactSheet.of(lead, agency, List.of(numberSource(lead)), now), treatment.apply(lead)))
                .toList();
    }

    private static String numberSource(Lead lead) {
        return "Where the number is from: " + CallScripts.numberSource(lead);
    }

    /** The model that the lead is worth; where that one is too dear today, the small one. */
    private Result<Answer, NoAnswer> asked(Case one) {
        ModelQuestion question = KnowledgeQuestion.of(one.lead(), one.facts());
        if (one.worth() == VoiceKnowledge.PREMIUM) {
            Result<Answer, NoAnswer> large = models.ask(question);
            if (!(large instanceof Result.Err<Answer, NoAnswer>(NoAnswer none)) || !none.tooDear()) {
                return large;
            }
        }
        return models.ask(question.by(ModelClass.SMALL, KnowledgeQuestion.STANDARD));
    }

    private Written by(Answer answer) {
        return new Written(
                answer.model(), KnowledgeQuestion.VERSION, answer.cost(), answer.use(), answer.turns(), clock.now());
    }

    private Written by(NoAnswer none) {
        return new Written("", KnowledgeQuestion.VERSION, none.cost(), TokenUse.NONE, 0, clock.now());
    }
}
