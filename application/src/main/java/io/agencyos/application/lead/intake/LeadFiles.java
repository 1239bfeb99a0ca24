package io.agencyos.application.lead.intake;

import java.io.IOException;
import java.io.InputStream;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Reads files of leads as people export them: byte order mark, UTF-8, UTF-16 and Windows-1252, comma, semicolon or tab,
 * quoted line breaks. Source: api 9.6.
 */
@SecondaryPort
public interface LeadFiles {

    /** Where the bytes are. They are opened twice: once to learn how they are written, once to read. */
    @FunctionalInterface
    interface Source {

        InputStream open() throws IOException;
    }

    /**
     * Opens a file; closing it closes the stream behind it.
     *
     * @throws UnreadableLeadFile when there is no header row or the bytes are no text
     */
    LeadFile open(Source source);
}
