package io.agencyos.domain.content;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.util.List;

/** The form a message takes on its channel, with the fields that hold its text. Source: content 3.4. */
public enum MessageForm implements Vocabulary {
    EMAIL(Channel.EMAIL, TextField.SUBJECT, TextField.BODY),
    SMS(Channel.SMS, TextField.TEXT),
    /** A note that goes with a connection request. */
    LINKEDIN_NOTE(Channel.LINKEDIN, TextField.TEXT),
    LINKEDIN_MESSAGE(Channel.LINKEDIN, TextField.TEXT),
    VOICE_SCRIPT(Channel.VOICE, TextField.OPENING, TextField.VALUE_PROP, TextField.CTA),
    LETTER(Channel.MAIL, TextField.BODY);

    private final Channel channel;
    private final List<TextField> fields;

    MessageForm(Channel channel, TextField... fields) {
        this.channel = channel;
        this.fields = List.of(fields);
    }

    public Channel channel() {
        return channel;
    }

    /** The fields in the order in which they are read. */
    public List<TextField> fields() {
        return fields;
    }
}
