package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links that this process remembers: a token is whatever was handed out, so that none can be made for somebody else. The
 * same subject always has the same link. Thread-safe.
 */
public final class MemoryUnsubscribeLinks implements UnsubscribeLinks {

    private final Map<String, Subject> issued = new ConcurrentHashMap<>();
    private final URI base;

    /** @param base ends with a slash */
    public MemoryUnsubscribeLinks(URI base) {
        this.base = base;
    }

    @Override
    public URI of(Subject subject) {
        ClientId client = subject.client();
        LeadId lead = subject.lead();
        TouchId touch = subject.touch();
        String token = Digests.sha256Hex(client.text() + lead.text() + touch.text());
        issued.put(token, subject);
        return base.resolve(token);
    }

    @Override
    public Optional<Subject> read(String token) {
        return Optional.ofNullable(issued.get(token));
    }
}
