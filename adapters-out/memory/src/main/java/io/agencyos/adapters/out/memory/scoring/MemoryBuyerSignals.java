package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.store.BuyerSignals;
import io.agencyos.domain.scoring.BuyerRecord;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records by domain, and who told of what. */
public final class MemoryBuyerSignals implements BuyerSignals {

    private static final int MOST_INDUSTRIES = 10;

    private record Key(ClientId client, DomainName domain) {}

    private record Told(Key key, BuyerRecord.Purchase purchase) {}

    private final MemoryTable<DomainName, BuyerRecord> records;
    private final MemoryTable<Key, Told> told;

    public MemoryBuyerSignals(MemoryUnitOfWork units) {
        records = MemoryTable.ofPlatform("platform_buyer_signal", units, BuyerRecord::domain);
        told = MemoryTable.ofPlatform("buyer_purchase", units, Told::key);
    }

    @Override
    public Map<DomainName, LeadFacts.BuyerSignal> of(ClientId client, Collection<DomainName> domains) {
        Map<DomainName, LeadFacts.BuyerSignal> known = new LinkedHashMap<>();
        domains.forEach(domain -> records.find(domain)
                .filter(record -> record.timesBought() > 1
                        || told.find(new Key(client, domain)).isEmpty())
                .ifPresent(
                        record -> known.put(domain, new LeadFacts.BuyerSignal(record.score(), record.timesBought()))));
        return known;
    }

    @Override
    public Optional<BuyerRecord> findForUpdate(DomainName domain) {
        return records.find(domain);
    }

    @Override
    public void insert(BuyerRecord record) {
        records.insert(record);
    }

    @Override
    public void update(BuyerRecord record) {
        records.put(record);
    }

    @Override
    public Optional<BuyerRecord.Purchase> told(ClientId client, DomainName domain) {
        return told.find(new Key(client, domain)).map(Told::purchase);
    }

    @Override
    public void tell(ClientId client, DomainName domain, BuyerRecord.Purchase purchase, Instant at) {
        told.put(new Told(new Key(client, domain), purchase));
    }

    @Override
    public Stats stats() {
        List<BuyerRecord> all = records.rows().toList();
        List<Industry> industries = all.stream()
                .map(BuyerRecord::industry)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(industry -> industry, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Industry(entry.getKey(), Math.toIntExact(entry.getValue())))
                .sorted(Comparator.comparing(Industry::companies).reversed().thenComparing(Industry::industry))
                .limit(MOST_INDUSTRIES)
                .toList();
        return new Stats(
                all.size(),
                all.stream().mapToInt(BuyerRecord::timesBought).sum(),
                Math.toIntExact(
                        all.stream().filter(record -> record.timesBought() > 1).count()),
                industries);
    }
}
