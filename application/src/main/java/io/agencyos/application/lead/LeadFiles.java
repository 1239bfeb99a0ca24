package io.agencyos.application.lead;

import java.io.InputStream;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Reads files of leads as people export them: byte order mark, UTF-8, UTF-16 and Windows-1252, comma, semicolon or tab,
 * quoted line breaks. Source: api 9.6.
 */
@SecondaryPort
public interface LeadFiles {

    /**
     * Opens a file; the caller closes the stream.
     *
     * @throws UnreadableLeadFile when there is no header row or the bytes are no text
     */
    LeadFile open(InputStream bytes);
}
