/// The REST door: `/v1/factors/import`.
@NullMarked
package io.tweestap.factor.otpauth.web;

import org.jspecify.annotations.NullMarked;
