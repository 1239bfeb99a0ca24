package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Defects;
import io.agencyos.domain.platform.Defect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ways in which the product failed. */
public final class MemoryDefects implements Defects {

    private static final Comparator<Defect> LAST = Comparator.comparing(Defect::lastAt)
            .thenComparing(defect -> defect.id().toString())
            .reversed();

    private final MemoryTable<String, Defect> defects;

    public MemoryDefects(MemoryUnitOfWork units) {
        defects = MemoryTable.ofPlatform("defect", units, Defect::fingerprint);
    }

    @Override
    public void note(Defect first) {
        defects.put(defects.find(first.fingerprint())
                .map(known -> known.again(first.seenIn(), first.lastAt()))
                .orElse(first));
    }

    @Override
    public Optional<Defect> say(String fingerprint, Defect.State state) {
        Optional<Defect> said = defects.find(fingerprint).map(defect -> defect.as(state));
        said.ifPresent(defects::put);
        return said;
    }

    @Override
    public List<Defect> page(Set<Defect.State> states, @Nullable After after, int limit) {
        return defects.rows()
                .filter(defect -> states.isEmpty() || states.contains(defect.state()))
                .filter(defect -> after == null || isBehind(defect, after))
                .sorted(LAST)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Defect defect, After after) {
        int order = defect.lastAt().compareTo(after.lastAt());
        return order < 0
                || order == 0 && defect.id().toString().compareTo(after.id().toString()) < 0;
    }
}
