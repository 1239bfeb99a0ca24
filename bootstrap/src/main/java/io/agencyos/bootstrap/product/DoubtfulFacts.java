package io.agencyos.bootstrap.product;

import io.agencyos.application.scoring.store.FactWarnings;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and counts facts that scores had to do without because they cannot be. Source: scoring 1.11. */
final class DoubtfulFacts implements FactWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtfulFacts.class);

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile @Nullable MeterRegistry registry;

    @Override
    public void invalid(ClientId client, LeadId lead, List<String> facts) {
        LOG.info("INVALID_FACT client={} lead={} facts={}", client.text(), lead.text(), facts);
        facts.forEach(fact -> counts.computeIfAbsent(fact, this::counter).increment());
    }

    private LongAdder counter(String fact) {
        LongAdder count = new LongAdder();
        MeterRegistry known = registry;
        if (known != null) {
            bind(known, fact, count);
        }
        return count;
    }

    /** From here on they are among the process's metrics, those before as well. */
    void bindTo(MeterRegistry meters) {
        registry = meters;
        counts.forEach((fact, count) -> bind(meters, fact, count));
    }

    private static void bind(MeterRegistry meters, String fact, LongAdder count) {
        FunctionCounter.builder("scoring_invalid_facts", count, LongAdder::sum)
                .tag("fact", fact)
                .register(meters);
    }
}
