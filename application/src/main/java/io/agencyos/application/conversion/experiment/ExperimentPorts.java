package io.agencyos.application.conversion.experiment;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Audit;

/** What experiments are held on. */
public record ExperimentPorts(Experiments experiments, Campaigns campaigns, Clients clients, Audit audit) {}
