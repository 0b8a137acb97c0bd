import { maskIdNumber, maskName, maskPhone } from "@talent/shared/domain/masking";

test.each([
  ["王芳", "王*"],
  ["陈思远", "陈**"],
  ["欧阳娜娜", "欧阳**"],
  ["司马光", "司马*"],
  ["欧阳", "欧*"],
  ["阿依古丽·买买提", "阿*******"],
  ["Maria Sanchez", "M** S**"],
  ["李", "李"],
  ["", ""],
])("masks the name %s as %s", (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ["13812342047", "138****2047"],
  ["+8613812342047", "+86*******2047"],
  ["12345", "*****"],
])("masks the phone %s as %s", (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test.each([
  ["500101199001011234", "500***********1234"],
  ["E12345678", "E******78"],
  ["AB1", "***"],
])("masks the id number %s as %s", (idNumber, masked) => {
  expect(maskIdNumber(idNumber)).toBe(masked);
});
