package io.agencyos.application.resource;

import io.agencyos.domain.resource.TextAnswer;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The texts that the DNS has under a name. Never asked inside a unit of work. */
@SecondaryPort
@FunctionalInterface
public interface TextRecords {

    /** @param name as in {@code _dmarc.example.com}; labels may begin with an underscore */
    TextAnswer of(String name);
}
