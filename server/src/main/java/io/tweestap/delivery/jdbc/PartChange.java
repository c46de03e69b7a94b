package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.CarrierReceipt;

/// A receipt and the part that it is about.
public record PartChange(PartFound.Key key, CarrierReceipt receipt) {}
