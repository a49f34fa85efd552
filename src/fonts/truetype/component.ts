/**
 * The records of a composite glyph (OpenType 1.9, glyf, "Composite glyph description"): reading those of the
 * source, writing ours. Instructions and metrics flags are dropped on the way.
 */
import type { LinearMap, Placement } from './placement.ts';
import { FontFormatError, type TableReader } from './reader.ts';

const ARG_1_AND_2_ARE_WORDS = 0x0001;
const ARGS_ARE_XY_VALUES = 0x0002;
const WE_HAVE_A_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const WE_HAVE_AN_X_AND_Y_SCALE = 0x0040;
const WE_HAVE_A_TWO_BY_TWO = 0x0080;
const USE_MY_METRICS = 0x0200;
const SCALED_COMPONENT_OFFSET = 0x0800;
const UNSCALED_COMPONENT_OFFSET = 0x1000;
/** One in F2DOT14, the 2.14 fixed-point numbers of the linear maps. */
const ONE = 16384;

/** A component as the source has it. */
export interface ComponentRecord extends Placement {
  readonly glyph: number;
  /** The composite takes its side bearings from this component. */
  readonly ownsMetrics: boolean;
  /** Instead of an offset: a point of the glyph so far and the point of the component that shall meet it. */
  readonly points?: { readonly parent: number; readonly child: number };
}

/** Reads the components of a composite glyph. Throws FontFormatError past `limit` or past the data's end. */
export function readComponents(data: TableReader, limit: number): ComponentRecord[] {
  const records: ComponentRecord[] = [];
  let at = 10;
  let flags = MORE_COMPONENTS;
  while (flags & MORE_COMPONENTS) {
    if (records.length === limit) throw new FontFormatError('a glyph of the font has too many components');
    flags = data.u16(at);
    const glyph = data.u16(at + 2);
    const words = (flags & ARG_1_AND_2_ARE_WORDS) !== 0;
    const mapAt = at + (words ? 8 : 6);
    const map = readMap(data, mapAt, flags);
    const rest = { ownsMetrics: (flags & USE_MY_METRICS) !== 0, ...(map && { map }) };
    if (flags & ARGS_ARE_XY_VALUES) {
      const x = words ? data.i16(at + 4) : data.i8(at + 4);
      const y = words ? data.i16(at + 6) : data.i8(at + 5);
      const scaled =
        (flags & (SCALED_COMPONENT_OFFSET | UNSCALED_COMPONENT_OFFSET)) === SCALED_COMPONENT_OFFSET;
      // Apple's reading of a scaled offset, as FreeType has it: each axis by the length of its row of the map.
      if (map && scaled) {
        records.push({
          glyph,
          x: x * Math.hypot(map.xx, map.yx),
          y: y * Math.hypot(map.xy, map.yy),
          ...rest,
        });
      } else records.push({ glyph, x, y, ...rest });
    } else {
      const parent = words ? data.u16(at + 4) : data.u8(at + 4);
      const child = words ? data.u16(at + 6) : data.u8(at + 5);
      records.push({ glyph, x: 0, y: 0, points: { parent, child }, ...rest });
    }
    at = mapAt + mapSize(flags);
  }
  return records;
}

function mapSize(flags: number): number {
  if (flags & WE_HAVE_A_SCALE) return 2;
  if (flags & WE_HAVE_AN_X_AND_Y_SCALE) return 4;
  return flags & WE_HAVE_A_TWO_BY_TWO ? 8 : 0;
}

function readMap(data: TableReader, at: number, flags: number): LinearMap | undefined {
  const size = mapSize(flags);
  if (size === 0) return undefined;
  const xx = data.i16(at) / ONE;
  if (size === 2) return { xx, xy: 0, yx: 0, yy: xx };
  if (size === 4) return { xx, xy: 0, yx: 0, yy: data.i16(at + 2) / ONE };
  return { xx, xy: data.i16(at + 2) / ONE, yx: data.i16(at + 4) / ONE, yy: data.i16(at + 6) / ONE };
}

/** A component as we write it: a glyph of the new font, whole offsets, and a map in F2DOT14 units. */
export interface Component {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  readonly map?: LinearMap;
}

/** A map in F2DOT14 units, as the font can hold it; undefined when that is the identity. */
export function encodeMap(map: LinearMap | undefined): LinearMap | undefined {
  if (!map) return undefined;
  const round = (value: number) => Math.max(-32768, Math.min(32767, Math.round(value * ONE)));
  const encoded = { xx: round(map.xx), xy: round(map.xy), yx: round(map.yx), yy: round(map.yy) };
  const identity = encoded.xx === ONE && encoded.xy === 0 && encoded.yx === 0 && encoded.yy === ONE;
  return identity ? undefined : encoded;
}

/** Bytes that `writeComponent` writes. */
export function componentSize(component: Component): number {
  const flags = flagsOf(component);
  return (flags & ARG_1_AND_2_ARE_WORDS ? 8 : 6) + mapSize(flags);
}

/** Writes a component at `at` and returns the place after it. */
export function writeComponent(view: DataView, at: number, component: Component, more: boolean): number {
  const flags = flagsOf(component);
  view.setUint16(at, more ? flags | MORE_COMPONENTS : flags);
  view.setUint16(at + 2, component.glyph);
  let next = at + 6;
  if (flags & ARG_1_AND_2_ARE_WORDS) {
    view.setInt16(at + 4, component.x);
    view.setInt16(at + 6, component.y);
    next = at + 8;
  } else {
    view.setInt8(at + 4, component.x);
    view.setInt8(at + 5, component.y);
  }
  for (const value of mapValues(component.map, flags)) {
    view.setInt16(next, value);
    next += 2;
  }
  return next;
}

function flagsOf({ x, y, map }: Component): number {
  const words = x < -128 || x > 127 || y < -128 || y > 127 ? ARG_1_AND_2_ARE_WORDS : 0;
  if (!map) return ARGS_ARE_XY_VALUES | words;
  if (map.xy !== 0 || map.yx !== 0) return ARGS_ARE_XY_VALUES | words | WE_HAVE_A_TWO_BY_TWO;
  return ARGS_ARE_XY_VALUES | words | (map.xx === map.yy ? WE_HAVE_A_SCALE : WE_HAVE_AN_X_AND_Y_SCALE);
}

function mapValues(map: LinearMap | undefined, flags: number): readonly number[] {
  if (!map) return [];
  if (flags & WE_HAVE_A_SCALE) return [map.xx];
  return flags & WE_HAVE_AN_X_AND_Y_SCALE ? [map.xx, map.yy] : [map.xx, map.xy, map.yx, map.yy];
}
