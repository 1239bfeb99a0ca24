package io.agencyos.application.conversation.notice;

import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.notice.NoticePreferences;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.ZoneId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What people want to be told. Needs an open platform unit of work. Source: data model 5.1. */
@SecondaryPort
public interface NoticeWishes {

    /** {@link NoticePreferences#PLAIN} for who has said nothing yet. */
    NoticePreferences find(UserId user);

    void save(UserId user, NoticePreferences preferences);

    /** The members of a live client, with what they want. */
    List<Listener> listeners(ClientId client);

    /** @param zone whose clock says when it is quiet */
    record Listener(UserId user, Role role, NoticePreferences wants, EmailAddress email, ZoneId zone) {}
}
