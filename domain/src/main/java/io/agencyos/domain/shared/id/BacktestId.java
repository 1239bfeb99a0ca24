package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One backtest of a change of weights or targets, which alone lets that change go live. */
public record BacktestId(UUID value) implements EntityId {}
