/// Phones at the door of factors.
@NullMarked
package io.tweestap.factor.phone.web;

import org.jspecify.annotations.NullMarked;
