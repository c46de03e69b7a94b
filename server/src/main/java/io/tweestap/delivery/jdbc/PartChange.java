package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.receipt.CarrierReceipt;

/// A receipt and the part that it is about.
public record PartChange(PartFound.Key key, CarrierReceipt receipt) {}
