/// The REST door of the audit room.
@NullMarked
package io.tweestap.audit.web;

import org.jspecify.annotations.NullMarked;
