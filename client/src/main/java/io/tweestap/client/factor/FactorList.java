package io.tweestap.client.factor;

import java.util.List;

/// The factors of a user.
///
/// @param data oldest first; without removed ones
/// @param spareAdvised whether the user should set up another one on another medium: whoever loses
///   the only one is locked out
public record FactorList(List<Factor> data, boolean spareAdvised) {}
