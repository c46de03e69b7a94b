/// Challenge-response devices at the door of factors.
@NullMarked
package io.tweestap.factor.ocra.web;

import org.jspecify.annotations.NullMarked;
