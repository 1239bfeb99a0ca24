package io.agencyos.application.scoring.rescore;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever an entry of a client names is scored again when it comes and when it goes. */
record TriggeringSuppressions(Suppressions inner, ScoringTriggers triggers) implements Suppressions {

    @Override
    public void add(Collection<Suppression> entries) {
        inner.add(entries);
        entries.forEach(this::named);
    }

    @Override
    public void remove(Suppression entry, Instant at) {
        inner.remove(entry, at);
        named(entry);
    }

    @Override
    public List<Suppression> findAll(ClientId client, Collection<SuppressionId> ids) {
        return inner.findAll(client, ids);
    }

    @Override
    public void removeAll(ClientId client, Collection<Suppression> entries, Instant at) {
        inner.removeAll(client, entries, at);
        entries.forEach(this::named);
    }

    private void named(Suppression entry) {
        ClientId client = entry.clientId();
        if (client != null) {
            triggers.changed(
                    client,
                    ScoreCause.DELIVERABILITY,
                    new RescoreRequest.Target.Named(new Key(entry.keyType(), entry.key())));
        }
    }

    @Override
    public Optional<Suppression> match(ClientId client, Subject subject, Instant now) {
        return inner.match(client, subject, now);
    }

    @Override
    public <K> Map<K, Suppression> matchAll(ClientId client, Map<K, Subject> subjects, Instant now) {
        return inner.matchAll(client, subjects, now);
    }

    @Override
    public List<Suppression> list(ClientId client) {
        return inner.list(client);
    }

    @Override
    public List<Suppression> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        return inner.list(client, filter, after, limit);
    }

    @Override
    public Optional<Suppression> find(ClientId client, SuppressionId id) {
        return inner.find(client, id);
    }

    @Override
    public Optional<Suppression> findByKey(ClientId client, Key key) {
        return inner.findByKey(client, key);
    }

    @Override
    public Map<Key, Suppression> findByKeys(ClientId client, Collection<Key> keys) {
        return inner.findByKeys(client, keys);
    }

    @Override
    public List<Suppression> group(ClientId client, SuppressionId groupId) {
        return inner.group(client, groupId);
    }
}
