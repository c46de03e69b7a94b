package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.IdForm;
import java.util.Set;
import java.util.UUID;

/// A receipt that came in.
///
/// @param id its own here, which carries the time of its arrival
/// @param forms how its id may differ from that of the part
public record Reported(UUID id, CarrierReceipt receipt, Set<IdForm> forms) {}
