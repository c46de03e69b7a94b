/// Apps and tokens that users have proven themselves with at another product, taken over from its
/// list of `otpauth` URIs.
@NullMarked
package io.tweestap.factor.otpauth;

import org.jspecify.annotations.NullMarked;
