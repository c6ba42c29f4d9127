/** A baton, 32 by 32, as PNG: in the code, so that it can't be missing from a package. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAq0lEQVR42u3XwQ2AIAyFYTZgNSZgAYbqKIymF0iMQSz1vRoTD7148PsTwEiIuYQ3J/wBpBen' +
  'mEuNuWxtanvmEiAH+DzCDpjhfRIrQIP35YAHaPE+0IBVHBpgwWFLYMFhm9CKQ44hDLcEQPHVADi+EkDBtQE0XBNAxe8C6PgswAW/CnDDRwHJEx8FVE98FOCK' +
  'Pw0Qxl9x9cStm1DY9wLxwmcfIvXF4r+afT5gB8oZkf11O+rwAAAAAElFTkSuQmCC';

export const TRAY_ICON_ADDRESS = `data:image/png;base64,${PNG}`;
