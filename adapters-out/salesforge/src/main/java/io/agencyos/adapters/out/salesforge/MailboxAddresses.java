package io.agencyos.adapters.out.salesforge;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which address a mailbox id stands for; it never changes, so it is asked once. */
final class MailboxAddresses {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    Result<String, VendorFailure> of(Connection connection, String mailboxId) {
        String key = connection.workspace() + "/" + mailboxId;
        String address = known.get(key);
        if (address != null) {
            return Result.ok(address);
        }
        return connection
                .calls()
                .read("mailbox", () -> connection.api().mailbox(connection.workspace(), mailboxId))
                .map(mailbox -> {
                    known.put(key, mailbox.address());
                    return mailbox.address();
                });
    }
}
