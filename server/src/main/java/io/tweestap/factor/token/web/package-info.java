/// The REST door: `/v1/tokens`.
@NullMarked
package io.tweestap.factor.token.web;

import org.jspecify.annotations.NullMarked;
