namespace GraphService.Films.Derivations;

/// <summary>The 249 codes that ISO 3166-1 alpha-2 assigns, in order.</summary>
internal static class CountryCodes
{
    private const int Width = 3;

    /// <summary>Each code with a space after it.</summary>
    private static ReadOnlySpan<byte> All =>
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG "u8 +
        "CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL "u8 +
        "GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA "u8 +
        "LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "u8 +
        "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "u8 +
        "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "u8;

    public static bool Contains(ReadOnlySpan<byte> code)
    {
        if (code.Length != Width - 1)
        {
            return false;
        }

        var (first, end) = (0, All.Length / Width);
        while (first < end)
        {
            var middle = (first + end) / 2;
            var order = code.SequenceCompareTo(All.Slice(middle * Width, Width - 1));
            if (order == 0)
            {
                return true;
            }

            (first, end) = order < 0 ? (first, middle) : (middle + 1, end);
        }

        return false;
    }
}
