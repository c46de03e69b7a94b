/// Recovery codes at the door of factors.
@NullMarked
package io.tweestap.factor.recovery.web;

import org.jspecify.annotations.NullMarked;
