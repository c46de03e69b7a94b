package io.tweestap.credit;

/// What a new tenant may send for nothing.
///
/// @param left SMS parts that still cost nothing
/// @param sender the one sender until the tenant has paid
/// @param paid whether a payment ever came in: from then on it may send as everybody does
public record Trial(int left, String sender, boolean paid) {}
