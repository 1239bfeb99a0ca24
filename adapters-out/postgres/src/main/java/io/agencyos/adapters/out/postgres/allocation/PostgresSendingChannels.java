package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.allocation.SendingChannels;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of resource in {@code client_resource}: a mailbox for e-mail, a number for calls and texts. */
public final class PostgresSendingChannels implements SendingChannels {

    @Override
    public Set<Channel> of(ClientId client) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        Db.query("select distinct kind from client_resource where client_id = :client and released_at is null")
                .bind("client", client)
                .mapTo(String.class)
                .list()
                .forEach(kind -> {
                    switch (kind) {
                        case "mailbox" -> channels.add(Channel.EMAIL);
                        case "phone_number" -> channels.addAll(Set.of(Channel.SMS, Channel.VOICE));
                        default -> {
                            // a domain sends nothing by itself
                        }
                    }
                });
        return channels;
    }
}
